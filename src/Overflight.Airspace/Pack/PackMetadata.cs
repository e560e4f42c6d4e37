using System.Text.Json.Serialization;

namespace Overflight.Airspace.Pack;

/// <summary>What a pack says of itself.</summary>
internal sealed record PackMetadata
{
    public int Format { get; init; }

    public IReadOnlyList<BoundarySource> Sets { get; init; } = [];
}

/// <summary>camelCase, written and read without reflection.</summary>
[JsonSerializable(typeof(PackMetadata))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PackMetadataContext : JsonSerializerContext;
