package karyalay.dak;

import static org.assertj.core.api.Assertions.assertThat;

import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class HintsTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired Hints hints;

  Given.District district;
  Given.Thana thana;
  Seat hm;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("तिर्वा");
    hm = thana.hm();
  }

  @Test
  void a_sender_met_before_is_offered_with_whom_his_dak_went_to() {
    arrivals.diariseAndSend(hm, Writing.letter(), thana.sho().post());
    assertThat(hints.senders(hm.scope(), "परिक्षेत्र"))
        .singleElement()
        .satisfies(sender -> assertThat(sender.organisation()).isEqualTo("कानपुर परिक्षेत्र"));
    Particulars next = Writing.letter().with(w -> w.letterNumber = "नया-1").done();
    assertThat(hints.addressee(hm.scope(), next.sender(), next.category()))
        .contains(thana.sho().mark());
    assertThat(hints.addressee(hm.scope(), next.sender(), "circular")).isEmpty();
    assertThat(hints.senders(district.thana("ठठिया").hm().scope(), "परिक्षेत्र"))
        .as("another office has not met him")
        .isEmpty();
  }

  @Test
  void petitioners_and_senders_of_classified_letters_are_nobodys_type_ahead() {
    arrivals.diarise(hm, Writing.petition());
    arrivals.diarise(
        hm, Writing.letter().with(w -> w.classification = Classification.CONFIDENTIAL));
    assertThat(hints.senders(hm.scope(), "राम")).isEmpty();
    assertThat(hints.senders(hm.scope(), "परिक्षेत्र")).isEmpty();
  }

  @Test
  void a_petition_of_the_same_mobile_or_name_and_village_is_hinted_at_in_any_spelling() {
    PaperId first = arrivals.diarise(hm, Writing.petition());
    var mobile =
        Writing.petition()
            .with(w -> {
              w.name = "कोई और";
              w.village = "";
            });
    var name =
        Writing.petition()
            .with(w -> {
              w.mobile = "";
              w.name = "श्री राम औतार";
              w.village = "खडनी";
            });
    var other =
        Writing.petition()
            .with(w -> {
              w.mobile = "9999900135";
              w.name = "सुघर सिंह";
            });
    assertThat(hints.earlier(hm.scope(), mobile.done()))
        .extracting(Earlier::paper)
        .containsExactly(first);
    assertThat(hints.earlier(hm.scope(), name.done()))
        .extracting(Earlier::paper)
        .containsExactly(first);
    assertThat(hints.earlier(hm.scope(), other.done())).isEmpty();
  }

  @Test
  void a_category_is_guessed_from_the_masters_words_and_only_offered() {
    assertThat(hints.category(hm.scope(), "खेत की मेड़ तोड़कर कब्जा, पैमाइश की माँग"))
        .contains("land-dispute");
    assertThat(hints.category(hm.scope(), "कुशलता का समाचार")).isEmpty();
    PaperId paper = arrivals.diarise(hm, Writing.petition().with(w -> w.category = "other"));
    assertThat(arrivals.receipt(paper, hm).particulars().category()).isEqualTo("other");
  }
}
