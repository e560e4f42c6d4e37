namespace Overflight.Sorties.Aircraft;

/// <summary>The types that the program brings, and those of users' files.</summary>
public static class AircraftTypes
{
    private const string Prefix = "Overflight.Sorties.Aircraft.Data.";
    private static readonly Lazy<IReadOnlyList<AircraftType>> s_builtIn = new(ReadBuiltIn);

    /// <summary>The types that the program brings, by id.</summary>
    public static IReadOnlyList<AircraftType> BuiltIn => s_builtIn.Value;

    /// <summary>A type that the program brings.</summary>
    /// <exception cref="InvalidDataException">There is none of that id; the message lists them.</exception>
    public static AircraftType Find(string id) => BuiltIn.FirstOrDefault(t => t.Id == id)
        ?? throw new InvalidDataException($"no aircraft type \"{id}\"; there are {string.Join(", ", BuiltIn.Select(t => t.Id))}");

    /// <summary>A type from a file's bytes.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="isWeapon">Whether a sensor's name names a weapon; such a type is refused.</param>
    /// <exception cref="InvalidDataException">It is none; the message names the file and the field.</exception>
    public static AircraftType Read(ReadOnlySpan<byte> utf8, string file, Func<string, bool>? isWeapon = null)
    {
        var type = SortieJson.Read<AircraftType>(utf8, file);
        AircraftTypeCheck.Check(type, file, isWeapon);
        return type;
    }

    private static AircraftType[] ReadBuiltIn()
    {
        var assembly = typeof(AircraftTypes).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return Read(bytes, name[Prefix.Length..]);
            })];
    }
}
