using System.CommandLine;
using System.CommandLine.Parsing;
using Overflight.Cli.Running;

namespace Overflight.Cli.Verbs;

/// <summary>The options that ask what flights could see.</summary>
internal sealed class ReachOptions
{
    private readonly Option<bool> _reach = new("--reach") { Description = "how far into each airspace told the aircraft could see: depth, area, time" };
    private readonly Option<double?> _range = new("--sensor-range") { Description = "the same within a stated slant range, km; implies --reach" };
    private readonly Option<string?> _terrain = new("--terrain") { Description = "terrain that may hide: a folder (or file) of SRTM .hgt, DTED .dt0-.dt2, GeoTIFF .tif; implies --reach" };

    public void AddTo(Command command)
    {
        command.Options.Add(_reach);
        command.Options.Add(_range);
        command.Options.Add(_terrain);
    }

    /// <summary>What is asked; null where nothing is.</summary>
    public ReachRequest? Read(ParseResult parsed)
    {
        var (range, terrain) = (parsed.GetValue(_range), parsed.GetValue(_terrain));
        if (!parsed.GetValue(_reach) && range is null && terrain is null)
            return null;
        if (range is { } kilometres && !(kilometres is > 0 and <= 10_000))
            throw new UserError("--sensor-range takes kilometres, more than 0");
        return new ReachRequest(range * 1000, terrain);
    }
}
