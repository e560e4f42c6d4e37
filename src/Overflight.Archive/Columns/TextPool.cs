using System.Runtime.InteropServices;
using ParquetSharp;

namespace Overflight.Archive.Columns;

/// <summary>Texts by number, each held once; number 0 is the empty text, "not given". Not thread-safe while it grows.</summary>
internal sealed class TextPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _texts = [""];
    private readonly List<PinnedText> _pinned = [new("")];

    public string this[int number] => _texts[number];

    public int NumberOf(string text)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, text, out var exists);
        if (!exists)
        {
            number = _texts.Count;
            _texts.Add(text);
            _pinned.Add(new PinnedText(text));
        }
        return number;
    }

    /// <summary>The text's UTF-8 bytes; valid as long as the pool lives.</summary>
    public ByteArray BytesOf(int number) => _pinned[number].Bytes;

    /// <summary>For each number its place in ordinal order, so that rows can be sorted without comparing texts.</summary>
    public int[] Ranks()
    {
        var order = Enumerable.Range(0, _texts.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(_texts[a], _texts[b]));
        var ranks = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            ranks[order[i]] = i;
        return ranks;
    }
}
