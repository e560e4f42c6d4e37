namespace Overflight.Planning.Tasks;

/// <summary>Flight hours that one operation gives to another.</summary>
/// <param name="From">Id of the operation that gives.</param>
/// <param name="To">Id of the one that gets.</param>
/// <param name="Hours">How many.</param>
public sealed record MovedHours(string From, string To, double Hours);
