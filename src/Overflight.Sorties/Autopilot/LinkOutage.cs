using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <summary>A time without the control link.</summary>
/// <param name="From">When it goes.</param>
/// <param name="Until">When it is back; absent: never.</param>
public sealed record LinkOutage(UtcInstant From, UtcInstant? Until = null);
