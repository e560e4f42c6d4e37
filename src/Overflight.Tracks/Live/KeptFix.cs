using Overflight.Tracks.Integrity;

namespace Overflight.Tracks.Live;

/// <summary>A fix that was found plausible, with its radius.</summary>
public readonly record struct KeptFix(Fix Fix, PositionRadius Radius);
