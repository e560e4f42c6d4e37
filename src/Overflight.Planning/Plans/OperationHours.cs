namespace Overflight.Planning.Plans;

/// <summary>Flight hours of an operation.</summary>
/// <param name="Operation">Its id.</param>
/// <param name="Planned">Planned.</param>
/// <param name="Allotted">What it has; null for no limit.</param>
public sealed record OperationHours(string Operation, double Planned, double? Allotted);
