using Overflight.Airspace.Verdicts;
using Overflight.Patterns.Reach;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers;

/// <summary>Tells what a flight could see of the airspaces that its verdicts are about, in their order.</summary>
public delegate IReadOnlyList<SensorReach> ReachSource(PreparedFlight flight, IReadOnlyList<AirspaceVerdict> verdicts);
