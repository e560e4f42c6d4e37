namespace Overflight.Planning.Scheduling;

/// <summary>One look at an area that is to be scheduled.</summary>
/// <param name="Area">The area's place in the tasking.</param>
/// <param name="Number">Which look at it, from 0.</param>
/// <param name="Operation">The operation's place in the tasking.</param>
/// <param name="EarliestMinute">The earliest minute of the period at which it may begin.</param>
/// <param name="LatestMinute">The latest.</param>
/// <param name="DwellMinutes">How long it takes.</param>
/// <param name="MostMinutesSinceLast">How long after the beginning of the look before; null where it does not matter.</param>
/// <param name="Worth">What it is worth.</param>
public sealed record Look(int Area, int Number, int Operation, int EarliestMinute, int LatestMinute, int DwellMinutes, int? MostMinutesSinceLast, int Worth);
