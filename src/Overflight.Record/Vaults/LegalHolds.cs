using Overflight.Record.Leaves;

namespace Overflight.Record.Vaults;

/// <summary>Places and releases legal holds: leaves that stop every vault of the record from destroying.</summary>
public static class LegalHolds
{
    /// <summary>Places a hold; it stands when this returns.</summary>
    /// <exception cref="RecordException">There is no such leaf.</exception>
    public static async ValueTask<AppendedLeaf> PlaceAsync(RecordWriter writer, Hold hold, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(hold);
        var reader = await writer.ReadAsync(cancellation).ConfigureAwait(false);
        return await writer.AppendAsync(hold.ToDraft(SubjectOf(reader, hold.Target)), cancellation).ConfigureAwait(false);
    }

    /// <summary>Releases a hold: the one on the same target by the same authority.</summary>
    /// <exception cref="RecordException">No such hold stands.</exception>
    public static async ValueTask<AppendedLeaf> ReleaseAsync(RecordWriter writer, Release release, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(release);
        var reader = await writer.ReadAsync(cancellation).ConfigureAwait(false);
        if (!RecordStanding.Of(reader).Holds.Any(hold => hold.Target == release.Target && hold.Authority == release.Authority))
            throw new RecordException($"no hold by {release.Authority} stands there: a hold is released by the authority that placed it, on the same leaf or subject");
        return await writer.AppendAsync(release.ToDraft(SubjectOf(reader, release.Target)), cancellation).ConfigureAwait(false);
    }

    private static string SubjectOf(RecordReader reader, HoldTarget target) => target.Leaf is { } leaf
        ? reader.LeafAt(leaf).Subject
        : target.About ?? throw new RecordException("a hold is on a leaf or on a subject");
}
