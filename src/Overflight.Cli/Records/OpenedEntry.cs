using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Packaging;
using Overflight.Record.Vaults;

namespace Overflight.Cli.Records;

/// <summary>An entry whose sealed fields were opened just now.</summary>
/// <param name="Of">The entry.</param>
/// <param name="Disclosures">What opens it.</param>
/// <param name="SaidBy">The indexes of the leaves that say so.</param>
/// <param name="To">Who received it; null where everybody does.</param>
internal sealed record OpenedEntry(LeafReference Of, IReadOnlyList<Disclosure> Disclosures, IReadOnlyList<long> SaidBy, string? To)
{
    public static async Task<OpenedEntry> Open(RecordWriter record, Vault vault, long index, IReadOnlyCollection<string>? names, string? to, string authority, string reason, CancellationToken cancellation)
    {
        var of = new LeafReference(index, (await record.ReadAsync(cancellation)).LeafAt(index).Hash);
        if (to is null)
        {
            var leaves = await vault.PublishAsync(record, of, names, authority, reason, cancellation);
            return new(of, [.. leaves.SelectMany(leaf => PublishedDisclosures.Of(Leaf.Parse(leaf.Bytes)).Disclosures)], [.. leaves.Select(leaf => leaf.Index)], null);
        }
        // Nobody else appends to the record that this process has open.
        var next = record.Size;
        return new(of, await vault.OpenToAsync(record, of, names, to, authority, reason, cancellation), [next], to);
    }

    public void WriteText(string? file)
    {
        var said = SaidBy.Count == 1 ? $"entry {SaidBy[0]} says so" : $"entries {SaidBy[0]} to {SaidBy[^1]} say so";
        Console.WriteLine(To is null ? $"Entry {Of.Index} is opened for everybody; {said}." : $"Entry {Of.Index} is shown to {Running.PrintableText.Of(To)}; {said}, and not what is in it.");
        foreach (var disclosure in Disclosures)
            Console.WriteLine($"  {FieldText.Of(disclosure.Name, disclosure.Value)}");
        if (file is not null)
        {
            Console.WriteLine($"The disclosures are in {file}.");
            return;
        }
        if (To is null)
            return;
        Console.WriteLine("The disclosures, for \"record reveal --disclosures\":");
        using var output = Console.OpenStandardOutput();
        output.Write(new DisclosureFile(Of.Index, Disclosures).ToJson());
    }

    public void WriteJson() => JsonLine.Write(json =>
    {
        json.WriteNumber("index", Of.Index);
        json.WriteString("leaf", Of.Leaf.ToBase64Url());
        json.WriteStartArray("saidBy");
        foreach (var index in SaidBy)
            json.WriteNumberValue(index);
        json.WriteEndArray();
        if (To is not null)
            json.WriteString("to", To);
        json.WriteStartObject("fields");
        foreach (var disclosure in Disclosures)
            FieldText.Write(json, disclosure.Name, disclosure.Value);
        json.WriteEndObject();
        json.WriteStartArray("disclosures");
        foreach (var disclosure in Disclosures)
            json.WriteStringValue(disclosure.Text);
        json.WriteEndArray();
    });
}
