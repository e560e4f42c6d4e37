namespace Overflight.Misb.Diagnosis.Repairing;

/// <summary>What a repair did about a finding.</summary>
/// <param name="Id">The finding.</param>
/// <param name="What">What was done, in words.</param>
/// <param name="Done">In how many packets or pictures.</param>
/// <param name="Left">In how many it could not be done.</param>
/// <param name="Why">Why not, of the first of them; null where none was left.</param>
public sealed record RepairNote(string Id, string What, long Done, long Left, string? Why);
