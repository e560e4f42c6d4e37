namespace Overflight.Planning.Scheduling;

/// <summary>What limits an operation's flights.</summary>
/// <param name="Minutes">Flight minutes of all its sorties together; null for no limit.</param>
/// <param name="SortieMinutes">The longest sortie, such as lawmakers were told of; null for no limit.</param>
public sealed record OperationLimit(int? Minutes, int? SortieMinutes);
