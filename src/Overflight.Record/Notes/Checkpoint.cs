using Overflight.Record.Merkle;

namespace Overflight.Record.Notes;

/// <summary>A tree's head: whose log, how many leaves, which root (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">Leaves in the tree.</param>
/// <param name="Root">The root of the tree of that size.</param>
public sealed record Checkpoint(string Origin, long Size, MerkleHash Root)
{
    /// <summary>The note's text: three lines.</summary>
    public string ToText() => $"{Origin}\n{Size}\n{Root}\n";

    /// <summary>Reads a note's text; further lines are left unread, as the standard says. Null where it is no checkpoint.</summary>
    public static Checkpoint? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length != 0 || lines[..^1].Any(line => line.Length == 0))
            return null;
        return DecimalNumber.TryParse(lines[1], out var size) && MerkleHash.TryParse(lines[2], out var root) ? new(lines[0], size, root) : null;
    }

    /// <summary>Reads a signed checkpoint without believing it.</summary>
    /// <exception cref="RecordException">It is none.</exception>
    public static Checkpoint Of(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return TryParse(note.Text) ?? throw new RecordException("the note is no checkpoint: origin, size and root are its first lines");
    }
}
