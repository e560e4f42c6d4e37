using System.Globalization;
using System.Xml.Linq;

namespace Overflight.MavlinkGenerator;

/// <summary>Reads XML in the schema of MAVLink's own definitions.</summary>
internal static class DefinitionReader
{
    private const string VersionType = "uint8_t_mavlink_version";

    /// <summary>All *.xml of a folder, in the order of their names.</summary>
    /// <exception cref="DefinitionException">A definition cannot be.</exception>
    public static Definitions ReadFolder(string folder)
    {
        var roots = Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).Select(f => XDocument.Load(f).Root!).ToArray();
        var definitions = new Definitions(
            [.. roots.SelectMany(r => r.Elements("enums").Elements("enum")).Select(ReadEnum).OrderBy(e => e.Name, StringComparer.Ordinal)],
            [.. roots.SelectMany(r => r.Elements("messages").Elements("message")).Select(ReadMessage).OrderBy(m => m.Id)]);
        Check(definitions);
        return definitions;
    }

    private static EnumDefinition ReadEnum(XElement e) =>
        new(Required(e, "name"), e.Attribute("bitmask")?.Value == "true", Description(e), [.. e.Elements("entry").Select(ReadEntry)]);

    private static EntryDefinition ReadEntry(XElement e) => new(
        ulong.Parse(Required(e, "value"), CultureInfo.InvariantCulture), Required(e, "name"), Description(e),
        [.. e.Elements("param").Select(p => new ParamDefinition(int.Parse(Required(p, "index"), CultureInfo.InvariantCulture), Required(p, "label"), p.Attribute("units")?.Value))]);

    private static MessageDefinition ReadMessage(XElement e)
    {
        var fields = new List<FieldDefinition>();
        var isExtension = false;
        foreach (var child in e.Elements())
        {
            if (child.Name == "extensions")
                isExtension = true;
            else if (child.Name == "field")
                fields.Add(ReadField(child, isExtension));
        }
        return new(uint.Parse(Required(e, "id"), CultureInfo.InvariantCulture), Required(e, "name"), Description(e), fields);
    }

    private static FieldDefinition ReadField(XElement e, bool isExtension)
    {
        var type = Required(e, "type");
        var length = 0;
        if (type.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket)
        {
            length = int.Parse(type.AsSpan()[(bracket + 1)..^1], CultureInfo.InvariantCulture);
            type = type[..bracket];
        }
        var isVersion = type == VersionType;
        return new(Required(e, "name"), WireType.Of(isVersion ? "uint8_t" : type), length, isExtension,
            e.Attribute("enum")?.Value, e.Attribute("units")?.Value, e.Attribute("invalid")?.Value, isVersion ? "3" : null, e.Value.Trim());
    }

    private static void Check(Definitions definitions)
    {
        foreach (var twice in definitions.Messages.GroupBy(m => m.Id).Where(g => g.Count() > 1))
            throw new DefinitionException($"{string.Join(" and ", twice.Select(m => m.Name))} have one id, {twice.Key}");
        foreach (var twice in definitions.Messages.Select(m => m.Name).Concat(definitions.Enums.Select(e => e.Name)).GroupBy(Names.Pascal).Where(g => g.Count() > 1))
            throw new DefinitionException($"{twice.Key} is defined twice");
        foreach (var message in definitions.Messages)
        {
            if (message.Length is 0 or > 255)
                throw new DefinitionException($"{message.Name} has {message.Length} bytes");
            foreach (var field in message.Fields)
            {
                if (field.Enum is { } name && definitions.Enums.All(e => e.Name != name))
                    throw new DefinitionException($"{message.Name}.{field.Name}: no enum is called {name}");
                if (field.Description.Length == 0)
                    throw new DefinitionException($"{message.Name}.{field.Name} is not described");
            }
        }
    }

    private static string Required(XElement e, string attribute) =>
        e.Attribute(attribute)?.Value ?? throw new DefinitionException($"{e} has no {attribute}");

    private static string Description(XElement e) =>
        e.Element("description")?.Value.Trim() is { Length: > 0 } text ? text : throw new DefinitionException($"{e} is not described");
}
