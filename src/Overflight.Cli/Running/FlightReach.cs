using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Cli.Verbs;
using Overflight.Geodesy.Terrain;
using Overflight.Patterns.Reach;
using Overflight.Tracks.Preparing;

namespace Overflight.Cli.Running;

/// <summary>Finds what flights could see of the airspaces that their verdicts name.</summary>
internal sealed class FlightReach
{
    private readonly AirspaceIndex _index;
    private readonly ReachRequest _request;
    private readonly bool _withOutline;
    private readonly TerrainFolder? _terrain;
    private readonly Dictionary<string, AirspaceRegion> _named = [];

    /// <exception cref="UserError">The terrain cannot be listed.</exception>
    public FlightReach(AirspaceIndex index, WantedRegions regions, ReachRequest request, bool withOutline)
    {
        (_index, _request, _withOutline) = (index, request, withOutline);
        foreach (var region in regions.Only.Concat(regions.Also))
            _named.TryAdd(region.Name, region);
        if (request.TerrainFolder is not { } folder)
            return;
        try
        {
            _terrain = new TerrainFolder(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"--terrain {folder}: {error.Message}", ExitCode.InputUnreadable);
        }
        if (_terrain.Count == 0)
            throw new UserError($"--terrain {folder}: no terrain there: no file that ends in .hgt, .dt0, .dt1, .dt2, .tif or .tiff", ExitCode.InputUnreadable);
    }

    public IReadOnlyList<SensorReach> Of(PreparedFlight flight, IReadOnlyList<AirspaceVerdict> verdicts)
    {
        Sensor[] sensors = _request.RangeMetres is { } range ? [Sensor.Optical, Sensor.Optical with { RangeMetres = range }] : [Sensor.Optical];
        var reaches = new SensorReach?[verdicts.Count * sensors.Length];
        Parallel.For(0, reaches.Length, i =>
        {
            var name = verdicts[i / sensors.Length].Airspace;
            if ((_named.GetValueOrDefault(name) ?? _index.Region(name)) is { } region)
                reaches[i] = ReachFinder.Find(flight, region, sensors[i % sensors.Length], _withOutline, _terrain);
        });
        return [.. reaches.OfType<SensorReach>()];
    }

    /// <summary>Tells which terrain files could not be read; false where there were any.</summary>
    public bool TellProblems()
    {
        foreach (var problem in _terrain?.Problems ?? [])
            Console.Error.WriteLine($"overflight: {problem}");
        return _terrain is null || _terrain.Problems.Count == 0;
    }
}
