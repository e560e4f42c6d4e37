using Overflight.Authority.Documents;

namespace Overflight.Authority.Rules;

/// <summary>Rule profiles that come with Overflight, as examples: a deployment's own document of the same id takes their place.</summary>
public static class BuiltInProfiles
{
    /// <summary>Rules that need lawmakers' oversight of intelligence, or lists.</summary>
    private static readonly string[] s_oversight = ["notice.limited", "designation.as-of", "designation.not-alone"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleProfile> All { get; } =
    [
        Profile("intelligence", []),
        Profile("law-enforcement", ["notice.limited"]),
        Profile("civil-protection", [.. s_oversight, "footage.class", "notice.new", "change.significant", "notice.recipients"]),
        Profile("research", [.. s_oversight, "footage.class", "notice.new", "change.significant", "notice.recipients", "summary.public", "parties.interoperability"]),
    ];

    /// <summary>The profile of an id: a document's, as it stood, else a built-in one.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static RuleProfile Find(string id, DocumentSet documents, Tracks.UtcInstant at)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return documents.At<RuleProfile>(id, at) ?? All.FirstOrDefault(p => p.Id == id)
            ?? throw new InvalidDataException($"there is no rule profile \"{id}\"; {string.Join(", ", All.Select(p => p.Id))} come with Overflight, and a document of kind \"profile\" adds one");
    }

    private static RuleProfile Profile(string id, IReadOnlyCollection<string> without) => new()
    {
        Id = id,
        Version = 1,
        RecordedAt = default,
        Rules = [.. BuiltInRules.All.Select(r => r.Id).Except(without)],
    };
}
