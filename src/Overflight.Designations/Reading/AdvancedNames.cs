namespace Overflight.Designations.Reading;

/// <summary>Names in OFAC's advanced XML: an identity's aliases, each with documented names in parts.</summary>
internal static class AdvancedNames
{
    public static IEnumerable<ListedName> Of(XmlRecord profile, AdvancedReferences references)
    {
        var names = new List<ListedName>();
        foreach (var identity in profile.All("Identity"))
        {
            var lastNames = identity.Below("NamePartGroup")
                .Where(group => references.Word("NamePartType", group.Attribute("NamePartTypeID")) == "Last Name")
                .Select(group => group.Attribute("ID")).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var alias in identity.All("Alias"))
            {
                var kind = references.Word("AliasType", alias.Attribute("AliasTypeID")) switch { "F.K.A." => NameKind.FormerlyKnownAs, "N.K.A." => NameKind.NowKnownAs, _ => NameKind.AlsoKnownAs };
                var isPrimary = alias.Attribute("Primary") == "true" && identity.Attribute("Primary") != "false";
                var quality = alias.Attribute("LowQuality") == "true" ? NameQuality.Low : NameQuality.Good;
                foreach (var documented in alias.All("DocumentedName"))
                {
                    if (TextOf(documented, lastNames) is not { Length: > 0 } text)
                        continue;
                    // The first documented name of the primary alias leads; others are it in other scripts.
                    var leads = isPrimary && !names.Exists(name => name.Kind == NameKind.Primary);
                    names.Add(new(text, leads ? NameKind.Primary : kind, leads ? NameQuality.Unstated : quality));
                }
            }
        }
        // A party whose primary alias is not marked leads with its first.
        if (names.Count > 0 && names.TrueForAll(name => name.Kind != NameKind.Primary))
            names[0] = names[0] with { Kind = NameKind.Primary, Quality = NameQuality.Unstated };
        return names.OrderBy(name => name.Kind == NameKind.Primary ? 0 : 1);
    }

    /// <summary>The parts in the document's order; a last name that others follow gets a comma, as in OFAC's other forms.</summary>
    private static string TextOf(XmlRecord documented, HashSet<string> lastNames)
    {
        var parts = documented.Below("NamePartValue").Select(value => (Text: value.Text.Trim(), IsLast: value.Attribute("NamePartGroupID") is { } group && lastNames.Contains(group))).Where(part => part.Text.Length > 0).ToList();
        return string.Join(' ', parts.Select((part, i) => part.IsLast && i + 1 < parts.Count && !parts[i + 1].IsLast ? part.Text + "," : part.Text));
    }
}
