using Overflight.Planning.Stations;

namespace Overflight.Planning.Plans;

/// <summary>How one aircraft can watch one area.</summary>
/// <param name="Search">Where from.</param>
/// <param name="Out">The way there; null where there is none.</param>
/// <param name="Back">The way back.</param>
/// <param name="WhyNot">Why it cannot; null where it can.</param>
internal sealed record AreaOption(StationSearch? Search, Way? Out, Way? Back, string? WhyNot)
{
    public static AreaOption Not(string why, StationSearch? search = null) => new(search, null, null, why);
}
