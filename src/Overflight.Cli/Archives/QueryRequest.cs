using Overflight.Airspace;
using Overflight.Archive.Querying;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs;
using Overflight.Tracks;

namespace Overflight.Cli.Archives;

/// <summary>What a command line asks of an archive.</summary>
internal sealed record QueryRequest
{
    public required string Archive { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public IReadOnlyList<string> Areas { get; init; } = [];

    public string? Airspace { get; init; }

    public IReadOnlyList<string> Zones { get; init; } = [];

    public string? Circle { get; init; }

    public string? Box { get; init; }

    public double? MinimumAltitudeFeet { get; init; }

    public double? MaximumAltitudeFeet { get; init; }

    public string? Aircraft { get; init; }

    public string? Callsign { get; init; }

    public string? Squawk { get; init; }

    public string? Verdict { get; init; }

    public double? MaxSpeedKnots { get; init; }

    public string? Pattern { get; init; }

    public string? Like { get; init; }

    public int Limit { get; init; } = 20;

    public bool WithFixes { get; init; }

    public bool WithEvidence { get; init; }

    public required string Format { get; init; }

    public string? Output { get; init; }

    /// <summary>The command line that asks this again.</summary>
    public required string Command { get; init; }

    /// <summary>The query; regions are a part of it unless a verdict is asked for, which judges them instead.</summary>
    public FixQuery ToQuery(IReadOnlyList<AirspaceRegion> regions)
    {
        var areas = new List<IArea>();
        if (Areas.Count > 0)
            areas.Add(QueryArguments.Area(Areas));
        if (Circle is not null)
            areas.Add(QueryArguments.Circle(Circle));
        if (Box is not null)
            areas.Add(QueryArguments.Box(Box));
        var query = new FixQuery
        {
            From = QueryArguments.Time(From, "--from", isEnd: false),
            To = QueryArguments.Time(To, "--to", isEnd: true),
            MinimumAltitudeFeet = MinimumAltitudeFeet,
            MaximumAltitudeFeet = MaximumAltitudeFeet,
            Aircraft = QueryArguments.Address(Aircraft),
            Callsign = Callsign,
            Squawk = QueryArguments.Squawk(Squawk),
            Areas = areas,
        };
        return Verdict is not null || regions.Count == 0 ? query : Within(query, regions);
    }

    /// <summary>Fixes in any of the regions; one region's floor, ceiling and validity become bounds of the query.</summary>
    private static FixQuery Within(FixQuery query, IReadOnlyList<AirspaceRegion> regions)
    {
        query = query with { Areas = [new RegionArea(regions), .. query.Areas] };
        if (!regions.Any(r => r.Vertical is not null || r.Validity is not null))
            return query;
        if (regions.Count > 1)
            throw new UserError("zones with floor, ceiling or validity are asked one at a time, or with --verdict");
        var (vertical, validity) = (regions[0].Vertical, regions[0].Validity);
        return query with
        {
            MinimumAltitudeFeet = Greatest(query.MinimumAltitudeFeet, vertical?.FloorFeet is { } floor && double.IsFinite(floor) ? floor : null),
            MaximumAltitudeFeet = -Greatest(-query.MaximumAltitudeFeet, vertical?.CeilingFeet is { } ceiling && double.IsFinite(ceiling) ? -ceiling : null),
            From = validity?.From is { } from && !(query.From > from) ? from : query.From,
            To = validity?.To is { } to && !(query.To < to) ? to : query.To,
        };
    }

    private static double? Greatest(double? a, double? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
