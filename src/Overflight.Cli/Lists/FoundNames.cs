using Overflight.Designations.Keeping;
using Overflight.Designations.Search;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Lists;

/// <summary>What a search found.</summary>
/// <param name="Query">The name asked for.</param>
/// <param name="AsOf">The day; null for the latest versions.</param>
/// <param name="WithIndividuals">Whether natural persons were searched.</param>
/// <param name="Versions">The list versions searched.</param>
/// <param name="Matches">The matches, best first, each with the entry's standing.</param>
internal sealed record FoundNames(string Query, DateOnly? AsOf, bool WithIndividuals, IReadOnlyList<ListVersion> Versions, IReadOnlyList<(NameMatch Match, EntryStanding Standing)> Matches);
