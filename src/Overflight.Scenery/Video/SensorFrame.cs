using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Turret;
using Overflight.Sorties.Flight;

namespace Overflight.Scenery.Video;

/// <summary>What metadata say of one frame.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Sight">Where its turret looks.</param>
/// <param name="Footprint">Where that lies on the ground.</param>
/// <param name="Objects">Vehicles and boats in the picture.</param>
/// <param name="Number">The frame's number from 1.</param>
public sealed record SensorFrame(VehicleState Platform, TurretSight Sight, Footprint Footprint, IReadOnlyList<SceneObject> Objects, long Number);
