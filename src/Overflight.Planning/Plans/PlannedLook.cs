using Overflight.Planning.Stations;
using Overflight.Tracks;

namespace Overflight.Planning.Plans;

/// <summary>A look at an area, as planned.</summary>
/// <param name="Area">Its id.</param>
/// <param name="Station">The orbit.</param>
/// <param name="From">When the look begins.</param>
/// <param name="To">When it ends.</param>
/// <param name="LeaveAt">When the aircraft leaves the orbit.</param>
public sealed record PlannedLook(string Area, Station Station, UtcInstant From, UtcInstant To, UtcInstant LeaveAt);
