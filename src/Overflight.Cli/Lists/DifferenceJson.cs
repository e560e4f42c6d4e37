using System.Text.Json;
using Overflight.Designations;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Lists;

/// <summary>What differs between an entry of two versions, as members of a step.</summary>
internal static class DifferenceJson
{
    public static void Write(Utf8JsonWriter json, EntryDifference difference, bool isIndividual)
    {
        json.WriteBoolean("added", difference.IsAdded);
        json.WriteBoolean("removed", difference.IsRemoved);
        EntryJson.Texts(json, "programmesAdded", difference.ProgrammesAdded);
        EntryJson.Texts(json, "programmesRemoved", difference.ProgrammesRemoved);
        if (difference.Type is var (before, after))
            EntryJson.Texts(json, "type", [ListsWords.Of(before), ListsWords.Of(after)]);
        if (isIndividual)
            return;
        Names(json, "namesAdded", difference.NamesAdded);
        Names(json, "namesRemoved", difference.NamesRemoved);
        EntryJson.Texts(json, "addressesAdded", difference.AddressesAdded.Select(address => address.ToString()));
        EntryJson.Texts(json, "addressesRemoved", difference.AddressesRemoved.Select(address => address.ToString()));
        EntryJson.Texts(json, "factsAdded", difference.FactsAdded.Select(fact => $"{fact.Name}: {fact.Value}"));
        EntryJson.Texts(json, "factsRemoved", difference.FactsRemoved.Select(fact => $"{fact.Name}: {fact.Value}"));
        if (difference.Remarks is not { } remarks)
            return;
        json.WriteString("remarksBefore", remarks.Before);
        json.WriteString("remarksAfter", remarks.After);
    }

    private static void Names(Utf8JsonWriter json, string property, IEnumerable<ListedName> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
            EntryJson.Name(json, null, name);
        json.WriteEndArray();
    }
}
