using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>Documents in all their versions, and which of them stood at an instant.</summary>
public sealed class DocumentSet
{
    private readonly Dictionary<(Type Type, string Id), AuthorityDocument[]> _versions;

    /// <summary>Makes a set.</summary>
    public DocumentSet(IEnumerable<AuthorityDocument> documents)
    {
        All = [.. documents];
        _versions = All.GroupBy(d => (d.GetType(), d.Id)).ToDictionary(g => g.Key, g => g.OrderBy(d => d.Version).ToArray());
        Contradictions = [.. _versions.Values.SelectMany(versions => versions.Zip(versions.Skip(1)))
            .Where(pair => pair.Second.RecordedAt < pair.First.RecordedAt)
            .Select(pair => $"{pair.Second.Citation} was recorded at {pair.Second.RecordedAt}, before the version that it follows ({pair.First.RecordedAt})")];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<AuthorityDocument> All { get; }

    /// <summary>Versions whose times contradict their order.</summary>
    public IReadOnlyList<string> Contradictions { get; }

    /// <summary>The version of a document that stood at an instant: the newest recorded by then; null where there was none.</summary>
    public T? At<T>(string id, UtcInstant at) where T : AuthorityDocument =>
        _versions.TryGetValue((typeof(T), id), out var versions) ? (T?)Standing(versions, at) : null;

    /// <summary>The documents of a kind as they stood at an instant, in the order of their ids.</summary>
    public IEnumerable<T> At<T>(UtcInstant at) where T : AuthorityDocument => _versions
        .Where(pair => pair.Key.Type == typeof(T))
        .OrderBy(pair => pair.Key.Id, StringComparer.Ordinal)
        .Select(pair => (T?)Standing(pair.Value, at))
        .OfType<T>();

    /// <summary>All versions of a document that were recorded by an instant, oldest first.</summary>
    public IReadOnlyList<T> Versions<T>(string id, UtcInstant at) where T : AuthorityDocument =>
        _versions.TryGetValue((typeof(T), id), out var versions) ? [.. versions.Where(d => d.RecordedAt <= at).Cast<T>()] : [];

    private static AuthorityDocument? Standing(AuthorityDocument[] versions, UtcInstant at)
    {
        for (var i = versions.Length - 1; i >= 0; i--)
        {
            if (versions[i].RecordedAt <= at)
                return versions[i];
        }
        return null;
    }
}
