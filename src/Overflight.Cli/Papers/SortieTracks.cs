using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Duties;
using Overflight.Cli.Running;
using Overflight.Feeds;
using Overflight.Tracks;

namespace Overflight.Cli.Papers;

/// <summary>Tracks of flown sorties, and the duties that they show.</summary>
internal static class SortieTracks
{
    /// <summary>Files by sortie.</summary>
    /// <exception cref="UserError">One is not SORTIE=FILE, or a sortie is named twice.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> options)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            var split = option.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0 || split == option.Length - 1)
                throw new UserError($"--track \"{option}\": give SORTIE=FILE");
            if (!files.TryAdd(option[..split], option[(split + 1)..]))
                throw new UserError($"--track: sortie {option[..split]} is given twice");
        }
        return files;
    }

    /// <summary>The duties of each flown sortie on its track.</summary>
    /// <exception cref="UserError">There is no such sortie, or its file holds no single track.</exception>
    public static IReadOnlyList<DutyStanding> Duties(IReadOnlyDictionary<string, string> files, DocumentSet documents, UtcInstant now)
    {
        var judge = new SortieJudge(BoundaryFile.Open(), documents);
        var duties = new List<DutyStanding>();
        foreach (var (id, file) in files)
        {
            if (documents.At<Sortie>(id, now) is not { } sortie)
                throw new UserError($"--track {id}={file}: there is no sortie \"{id}\" at {now}");
            var tracks = new List<Track>();
            var report = TrackFile.Read(file, new(), tracks.Add);
            if (report.Problems.Count > 0 && tracks.Count == 0)
                throw new InvalidDataException($"{file}: {report.Problems[0].Message}");
            if (tracks.Count != 1)
                throw new UserError($"--track {id}={file}: holds {tracks.Count} tracks; give a file with the one of the sortie");
            duties.AddRange(judge.Flight(sortie, tracks[0], now).Duties);
        }
        return duties;
    }
}
