namespace Overflight.Authority.Documents;

/// <summary>A stretch of time in which an agency or third party takes part.</summary>
/// <param name="Party">Its name.</param>
/// <param name="During">When.</param>
/// <param name="Interoperability">Level of interoperability, 1 to 5: 1 receives payload data indirectly, 2 directly, 3 controls the payload, 4 the vehicle without launch and recovery, 5 all (STANAG 4586).</param>
public sealed record PartySession(string Party, TimeWindow During, int Interoperability);
