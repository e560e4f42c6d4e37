using Overflight.Airspace;
using Overflight.Airspace.Zones;
using Overflight.Cli.Running;

namespace Overflight.Cli.Verbs;

/// <summary>The regions that a command line names.</summary>
/// <param name="Only">Judge these and no others; where empty, every State concerned.</param>
/// <param name="Also">Zones to judge besides the States concerned.</param>
internal sealed record WantedRegions(IReadOnlyList<AirspaceRegion> Only, IReadOnlyList<AirspaceRegion> Also)
{
    /// <exception cref="UserError">A name is of no claim and no zone, or a zone file cannot be read.</exception>
    public static WantedRegions Of(AirspaceIndex index, string? names, IReadOnlyList<string> zoneFiles)
    {
        var zones = new List<AirspaceRegion>();
        foreach (var file in zoneFiles)
            zones.AddRange(Load(file));
        if (names is null)
            return new WantedRegions([], zones);
        var only = new List<AirspaceRegion>();
        foreach (var name in Split(names))
        {
            var found = zones.Where(z => string.Equals(z.Name, name, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (found.Length > 0)
                only.AddRange(found);
            else
                only.Add(index.Region(name) ?? throw new UserError($"no airspace \"{name}\": it is neither an ISO 3166 alpha-3 code in the boundary data nor a zone; overflight boundaries info lists what there is"));
        }
        return new WantedRegions(only, []);
    }

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IReadOnlyList<AirspaceRegion> Load(string file)
    {
        try
        {
            var loaded = ZoneFile.Read(file);
            foreach (var problem in loaded.Problems)
                Console.Error.WriteLine($"overflight: {file}: {problem}");
            return loaded.Zones.Count > 0 ? loaded.Zones : throw new UserError($"{file}: no zone in it could be read", ExitCode.InputUnreadable);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UserError($"{file}: {error.Message}", ExitCode.InputUnreadable);
        }
    }
}
