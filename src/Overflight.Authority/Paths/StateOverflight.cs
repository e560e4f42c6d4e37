using Overflight.Tracks;

namespace Overflight.Authority.Paths;

/// <summary>A stretch of a path in or perhaps in a State's sovereign airspace.</summary>
/// <param name="State">ISO 3166 alpha-3.</param>
/// <param name="IsCertain">Whether it is certainly entered; otherwise that cannot be ruled out.</param>
/// <param name="From">Its first possible instant.</param>
/// <param name="To">Its last possible instant.</param>
/// <param name="FirstLeg">The first leg, from 0.</param>
/// <param name="LastLeg">The last.</param>
/// <param name="LeastSeconds">The time certainly spent inside, seconds: 0 where that it is entered at all cannot be ruled out only.</param>
public sealed record StateOverflight(string State, bool IsCertain, UtcInstant From, UtcInstant To, int FirstLeg, int LastLeg, double LeastSeconds)
{
    /// <summary>The time that may be spent inside at most, seconds.</summary>
    public double MostSeconds => To.SecondsSince(From);
}
