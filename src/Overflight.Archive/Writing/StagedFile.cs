using Overflight.Archive.Storage;

namespace Overflight.Archive.Writing;

/// <summary>A data file that is whole and on the disk, but not yet under its name.</summary>
internal sealed record StagedFile(string Temporary, DataFile File);
