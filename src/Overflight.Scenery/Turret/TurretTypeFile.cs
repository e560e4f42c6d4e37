using System.Text.Json;
using System.Text.Json.Serialization;

namespace Overflight.Scenery.Turret;

/// <summary>Reads turret types from JSON; names are those of <see cref="TurretType"/> and <see cref="CameraType"/>, in camel case.</summary>
public static partial class TurretTypeFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is not JSON of that form, or not a turret; the message says why.</exception>
    public static TurretType Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    internal static TurretType ReadGeneric()
    {
        using var stream = typeof(TurretTypeFile).Assembly.GetManifestResourceStream("generic-eo-ir.json")!;
        return Read(stream, "generic-eo-ir.json");
    }

    private static TurretType Read(Stream stream, string name)
    {
        TurretType? type;
        try
        {
            type = JsonSerializer.Deserialize(stream, TypeContext.Default.TurretType);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{name}: {exception.Message}", exception);
        }
        return type?.Problem() is not { } problem && type is not null ? type : throw new InvalidDataException($"{name}: {type?.Problem() ?? "holds no turret"}");
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
    [JsonSerializable(typeof(TurretType))]
    private sealed partial class TypeContext : JsonSerializerContext;
}
