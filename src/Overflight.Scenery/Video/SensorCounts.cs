namespace Overflight.Scenery.Video;

/// <summary>What a sensor did, for the close of a sortie.</summary>
/// <param name="SecondsOn">How long it looked.</param>
/// <param name="Footprints">Footprints worked out.</param>
/// <param name="Pictures">Pictures written.</param>
/// <param name="Packets">Packets of metadata written.</param>
/// <param name="Dropped">Pictures left out because the machine was too slow.</param>
/// <param name="SecondsUnseen">How long what was told could not be seen: gimbal stops, the horizon.</param>
public sealed record SensorCounts(double SecondsOn, long Footprints, long Pictures, long Packets, long Dropped, double SecondsUnseen);
