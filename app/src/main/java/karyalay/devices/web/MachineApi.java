package karyalay.devices.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.devices.Machines;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The shared machines, for other systems. One is marked by whoever sits at it, so not here.
@RestController
@RequestMapping("/api/v1/machines")
class MachineApi {
  /// @param people how many names stand on it
  record Line(
      UUID id,
      String name,
      UUID office,
      String officeHi,
      String officeEn,
      String since,
      int people) {}

  private final Machines machines;

  MachineApi(Machines machines) {
    this.machines = machines;
  }

  @GetMapping
  @MayCall(CHAIR)
  List<Line> list(Caller caller) {
    return machines.of(caller).stream()
        .map(machine ->
            new Line(
                machine.id(),
                machine.name(),
                machine.office().value(),
                machine.officeHi(),
                machine.officeEn(),
                machine.markedAt().toString(),
                machine.tiles()))
        .toList();
  }

  @PostMapping("/{machine}/ending")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID machine, Act act, Caller caller) {
    machines.end(act, caller, machine);
  }
}
