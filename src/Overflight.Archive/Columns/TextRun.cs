using ParquetSharp;
using Encoding = System.Text.Encoding;

namespace Overflight.Archive.Columns;

/// <summary>Turns bytes into text only where they differ from those before: sorted rows repeat theirs many times over.</summary>
internal sealed class TextRun
{
    private byte[] _last = [];
    private bool _hasLast;
    private nint _lastPointer;

    /// <summary>The text last met.</summary>
    public string Text { get; private set; } = "";

    /// <summary>A new batch of values has come: addresses of the one before mean nothing in it.</summary>
    public void BeginBatch() => _lastPointer = 0;

    /// <summary>Whether a value differs from the one before; its text is then in <see cref="Text"/>.</summary>
    public unsafe bool IsNew(ByteArray value)
    {
        // Equal values of a dictionary page are one place in memory.
        if (value.Pointer == _lastPointer && value.Length == _last.Length)
            return false;
        _lastPointer = value.Pointer;
        var bytes = new ReadOnlySpan<byte>((void*)value.Pointer, value.Length);
        if (_hasLast && bytes.SequenceEqual(_last))
            return false;
        _last = bytes.ToArray();
        _hasLast = true;
        Text = Encoding.UTF8.GetString(_last);
        return true;
    }
}
