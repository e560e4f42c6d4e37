using Overflight.Archive.Storage;

namespace Overflight.Archive.Writing;

/// <summary>A data file and what was worked out of it, whole and on the disk, but not yet under their names.</summary>
/// <param name="File">The file as the manifest will know it.</param>
/// <param name="Temporary">Where the data file is, or null where it has its name already.</param>
/// <param name="TemporaryPresence">Where its presences are, or null where there are none.</param>
internal sealed record StagedFile(DataFile File, string? Temporary, string? TemporaryPresence)
{
    /// <summary>What is to be given a name, and which.</summary>
    public IEnumerable<(string Temporary, string Name)> Moves()
    {
        if (Temporary is not null)
            yield return (Temporary, File.Name);
        if (TemporaryPresence is not null)
            yield return (TemporaryPresence, File.Presence!.Name);
    }
}
