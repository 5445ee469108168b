package karyalay.documents.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the program asks its decoder arrives whole; what the decoder answers is believed in bounds.
class WireTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private DataInputStream in() {
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_file_to_examine_arrives_as_it_was_asked(Format format) throws IOException {
    var task = new Task.Examine(Path.of("/blobs/ab/सौरिख"), format);
    Wire.write(out, task);
    assertThat(Wire.readTask(in())).isEqualTo(task);
  }

  @Test
  void a_page_to_draw_arrives_with_every_size_in_order() throws IOException {
    var sizes = List.of(new Task.Target(100, 2_000), new Task.Target(1_000_000, 200_000));
    var task = new Task.Draw(Path.of("x"), Format.PDF, 137, sizes);
    Wire.write(out, task);
    assertThat(Wire.readTask(in())).isEqualTo(task);
  }

  @Test
  void two_tasks_in_one_pipe_do_not_run_into_each_other() throws IOException {
    var first = new Task.Draw(Path.of("a"), Format.TIFF, 1, List.of(new Task.Target(1, 2)));
    var second = new Task.Examine(Path.of("b"), Format.DOCX);
    Wire.write(out, first);
    Wire.write(out, second);
    DataInputStream in = in();
    assertThat(Wire.readTask(in)).isEqualTo(first);
    assertThat(Wire.readTask(in)).isEqualTo(second);
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void pages_to_be_put_together_arrive_in_order_and_another_task_after_them() throws IOException {
    var pieces =
        List.of(
            new Task.Piece(Path.of("a"), Format.PDF, 137, 90),
            new Task.Piece(Path.of("b"), Format.JPEG, 1, 0));
    var task = new Task.Assemble(Path.of("made"), pieces);
    var second = new Task.Examine(Path.of("b"), Format.PDF);
    Wire.write(out, task);
    Wire.write(out, second);
    DataInputStream in = in();
    assertThat(Wire.readTask(in)).isEqualTo(task);
    assertThat(Wire.readTask(in)).isEqualTo(second);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void each_fault_is_told_apart(Fault fault) throws IOException {
    Wire.write(out, new Answer.Failed(fault));
    assertThat(Wire.readAnswer(in())).isEqualTo(new Answer.Failed(fault));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500, Integer.MAX_VALUE})
  void a_number_of_pages_is_told(int pages) throws IOException {
    Wire.write(out, new Answer.Examined(pages));
    assertThat(Wire.readAnswer(in())).isEqualTo(new Answer.Examined(pages));
  }

  @Test
  void pictures_arrive_byte_for_byte_and_in_order() throws IOException {
    byte[] small = {1, 2, 3};
    byte[] large = new byte[70_000];
    new Random(1).nextBytes(large);
    Wire.write(out, new Answer.Drawn(List.of(small, large, new byte[0]), 4_200));
    var drawn = (Answer.Drawn) Wire.readAnswer(in());
    assertThat(drawn.ink()).isEqualTo(4_200);
    assertThat(drawn.images()).hasSize(3);
    assertThat(drawn.images().get(0)).isEqualTo(small);
    assertThat(drawn.images().get(1)).isEqualTo(large);
    assertThat(drawn.images().get(2)).isEmpty();
  }

  @Test
  void an_answer_that_breaks_off_is_none() throws IOException {
    Wire.write(out, new Answer.Drawn(List.of(new byte[] {1, 2, 3, 4}), 7));
    byte[] whole = bytes.toByteArray();
    for (int length = 0; length < whole.length; length++) {
      var cut = new DataInputStream(new ByteArrayInputStream(whole, 0, length));
      assertThatThrownBy(() -> Wire.readAnswer(cut))
          .as("after %d bytes", length)
          .isInstanceOf(EOFException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, -128, 9, 127})
  void a_kind_of_answer_that_there_is_not_is_refused(int kind) throws IOException {
    out.writeByte(kind);
    out.write(new byte[64]);
    assertNonsense();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -1000, (16 << 20) + 1, Integer.MAX_VALUE})
  void a_picture_of_such_a_length_is_not_even_begun(int length) throws IOException {
    out.writeByte(1);
    out.writeInt(length);
    assertNonsense();
  }

  @Test
  void pages_below_none_and_a_fault_without_a_name_are_refused() throws IOException {
    out.writeByte(0);
    out.writeInt(-5);
    assertNonsense();
    bytes.reset();
    out.writeByte(-1);
    out.writeByte(Fault.values().length);
    assertNonsense();
  }

  private void assertNonsense() {
    assertThatThrownBy(() -> Wire.readAnswer(in()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nonsense");
  }
}
