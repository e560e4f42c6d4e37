namespace Overflight.Authority.Documents;

/// <summary>A stretch of time in which a party flies the aircraft (STANAG 4586).</summary>
/// <param name="Party">The agency.</param>
/// <param name="Station">The control station.</param>
/// <param name="Pilot">The pilot's office or licence number, never a name.</param>
/// <param name="During">When.</param>
/// <param name="Interoperability">Level of interoperability, 4 (without launch and recovery) or 5.</param>
/// <param name="Link">Identity of the link.</param>
/// <param name="LinkIsSigned">Whether its messages are signed.</param>
public sealed record ControlInterval(string Party, string Station, string Pilot, TimeWindow During, int Interoperability, string Link, bool LinkIsSigned);
