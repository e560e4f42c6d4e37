using System.Text.Json.Serialization;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Routes;
using Overflight.Sorties.Simulation;

namespace Overflight.Sorties;

/// <summary>The types of sortie files, known when compiled.</summary>
[JsonSerializable(typeof(AircraftType))]
[JsonSerializable(typeof(WindFieldData))]
[JsonSerializable(typeof(Route))]
[JsonSerializable(typeof(SortieCommand))]
[JsonSerializable(typeof(Fence))]
[JsonSerializable(typeof(Airfield))]
[JsonSerializable(typeof(ControlStation))]
[JsonSerializable(typeof(LinkOutage))]
[JsonSerializable(typeof(LostLinkProcedure))]
[JsonSerializable(typeof(FuelPlan))]
[JsonSerializable(typeof(SortieEvent))]
[JsonSerializable(typeof(SortieSnapshot))]
internal sealed partial class SortieJsonContext : JsonSerializerContext;
