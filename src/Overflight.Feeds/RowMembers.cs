using System.Text;

namespace Overflight.Feeds;

/// <summary>Reads the members of JSON objects into rows, recognising their names once.</summary>
internal sealed class RowMembers
{
    // Rows of a file name their members in the same order, so that the next key is nearly always the one expected.
    private readonly List<(byte[] Key, ColumnBinding Binding)> _expected = [];

    /// <summary>Reads an object's members into a row; nested values are passed over.</summary>
    public void Read(ref JsonScanner scanner, Row row)
    {
        scanner.Expect((byte)'{');
        if (scanner.Take((byte)'}'))
            return;
        var index = 0;
        do
        {
            var key = scanner.ReadKey();
            if (!scanner.IsGood)
                return;
            var binding = BindingOf(key, index++);
            if (!binding.IsUsed)
            {
                scanner.SkipValue();
                continue;
            }
            scanner.Next();
            var start = scanner.Position;
            var kind = scanner.ReadScalar(out _, out var text);
            if (kind is JsonKind.Object or JsonKind.Array)
                scanner.SkipValue();
            else if (kind is JsonKind.String)
                row.Set(binding, JsonText.Plain(text));
            else if (kind is not (JsonKind.Null or JsonKind.None))
                row.Set(binding, scanner.Data[start..scanner.Position]);
        }
        while (scanner.TakeCommaOrEnd((byte)'}'));
    }

    private ColumnBinding BindingOf(ReadOnlySpan<byte> key, int index)
    {
        if (index < _expected.Count && key.SequenceEqual(_expected[index].Key))
            return _expected[index].Binding;
        foreach (var (known, binding) in _expected)
        {
            if (key.SequenceEqual(known))
                return binding;
        }
        var found = ColumnNames.Recognise(Encoding.UTF8.GetString(key));
        // A file with ever new keys must not make this list long.
        if (_expected.Count < 256)
            _expected.Add((key.ToArray(), found));
        return found;
    }
}
