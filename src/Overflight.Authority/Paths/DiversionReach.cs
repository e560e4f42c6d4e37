using Overflight.Authority.Documents;
using Overflight.Tracks;

namespace Overflight.Authority.Paths;

/// <summary>What a place to divert to means: the States that the straight way there leads into, beside those of the path itself.</summary>
/// <param name="Diversion">The place.</param>
/// <param name="States">ISO 3166 alpha-3, in order.</param>
/// <param name="From">The first point of the route from which that is so; its beginning where it leads into none.</param>
public sealed record DiversionReach(Diversion Diversion, IReadOnlyList<string> States, UtcInstant From);
