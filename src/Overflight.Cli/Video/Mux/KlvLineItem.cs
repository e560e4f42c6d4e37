using System.Text.Json;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Building;

namespace Overflight.Cli.Video.Mux;

/// <summary>An item of a line: its tag or key, and its bytes. One without <c>raw</c> is new and gets those of its value.</summary>
internal sealed record KlvLineItem(ulong Tag, UniversalKey Key, byte[] Raw, bool IsNew)
{
    public static KlvLineItem Read(JsonElement item, SetDefinition set)
    {
        if (item.ValueKind != JsonValueKind.Object)
            throw new RowException("items", "holds something that is no object");
        var name = NameOf(item);
        ulong tag = 0;
        if (item.TryGetProperty("tag", out var stated) && !(stated.ValueKind == JsonValueKind.Number && stated.TryGetUInt64(out tag)))
            throw new RowException(name, "tag is no whole number");
        var key = item.TryGetProperty("key", out var given) && JsonValues.BytesOf(given, name) is { Length: UniversalKey.Size } bytes ? UniversalKey.Read(bytes) : default;
        var definition = tag > 0 ? set.Find(tag) : set.Items.FirstOrDefault(i => ItemNames.Plain(i.Name) == ItemNames.Plain(name));
        if (tag == 0 && key == default)
            tag = definition?.Tag ?? throw new RowException(name, $"{set.Standard} has no item of that name, and no tag is given");
        if (item.TryGetProperty("raw", out var raw))
            return new(tag, key, JsonValues.BytesOf(raw, name), IsNew: false);
        if (definition is null || !item.TryGetProperty("value", out var value))
            throw new RowException(name, "has neither raw nor a value that can be written");
        try
        {
            return new(tag, key, ItemText.Encode(definition, value.ValueKind == JsonValueKind.String ? JsonValues.TextOf(value, name) : value.GetRawText()), IsNew: true);
        }
        catch (KlvRangeException error)
        {
            throw new RowException(name, error.Message);
        }
    }

    public static string NameOf(JsonElement item) =>
        item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? JsonValues.TextOf(name, "name")
        : item.TryGetProperty("tag", out var tag) ? $"tag {tag.GetRawText()}" : "items";
}
