using System.Text.Json.Serialization;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;

namespace Overflight.Sorties;

/// <summary>The types of sortie files, known when compiled.</summary>
[JsonSerializable(typeof(AircraftType))]
[JsonSerializable(typeof(WindFieldData))]
internal sealed partial class SortieJsonContext : JsonSerializerContext;
