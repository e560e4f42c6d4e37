using System.Security;
using System.Text;

namespace Overflight.MavlinkGenerator;

/// <summary>Names of the XML as names of C#.</summary>
internal static class Names
{
    /// <summary>NAV_WAYPOINT and nav_waypoint: NavWaypoint; zoomLevel: ZoomLevel.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        foreach (var word in name.Split('_', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word[1..];
            text.Append(char.ToUpperInvariant(word[0])).Append(word.Any(char.IsLower) ? rest : rest.ToLowerInvariant());
        }
        return text.ToString();
    }

    /// <summary>The name of a field's property; a member cannot be called as its type.</summary>
    public static string Property(MessageDefinition message, FieldDefinition field) =>
        Pascal(field.Name) is var name && name == Pascal(message.Name) ? "Value" : name;

    /// <summary>The name of an entry without what all entries of its enum begin with.</summary>
    public static string Entry(EnumDefinition e, EntryDefinition entry)
    {
        var prefix = Prefix(e);
        var rest = Pascal(entry.Name[prefix.Length..]);
        return char.IsDigit(rest[0]) ? Pascal(prefix.TrimEnd('_').Split('_')[^1]) + rest : rest;
    }

    public static string Xml(string text) => SecurityElement.Escape(text);

    private static string Prefix(EnumDefinition e)
    {
        if (e.Entries.All(x => x.Name.StartsWith(e.Name + "_", StringComparison.Ordinal)))
            return e.Name + "_";
        var first = e.Entries[0].Name;
        var length = first.LastIndexOf('_') + 1;
        while (length > 0 && !e.Entries.All(x => x.Name.StartsWith(first[..length], StringComparison.Ordinal)))
            length = first.LastIndexOf('_', length - 2) + 1;
        return first[..length];
    }
}
