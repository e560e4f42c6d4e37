namespace Overflight.Sorties.Autopilot;

/// <summary>Who may command the aircraft or watch it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Party">Whose it is.</param>
/// <param name="InteroperabilityLevel">STANAG 4586 level: 1 indirect and 2 direct receipt of data, 3 control of the payload, 4 control of the aircraft without launch and recovery, 5 with them.</param>
public sealed record ControlStation(string Id, string Party, int InteroperabilityLevel);
