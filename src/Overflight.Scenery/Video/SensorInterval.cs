using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Scenery.Video;

/// <summary>A time during which a sensor looked, and what it may have seen: for the record.</summary>
/// <param name="Start">When it began to look.</param>
/// <param name="End">When it last looked.</param>
/// <param name="Hull">The convex hull of all footprints, counter-clockwise, not closed; empty where none was on the ground.</param>
/// <param name="Footprints">How many footprints it holds.</param>
/// <param name="ReachesHorizon">Whether some of them were cut by the horizon.</param>
public sealed record SensorInterval(UtcInstant Start, UtcInstant End, IReadOnlyList<GeoPoint> Hull, long Footprints, bool ReachesHorizon);
