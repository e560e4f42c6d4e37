using System.Globalization;
using System.Text;
using Overflight.Dossiers.Html;
using Overflight.Misb.Diagnosis;
using Overflight.Misb.Sets.St0902;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>A row for each item of the minimum set: filled where packets state it.</summary>
internal sealed class ItemGrid(MarkupWriter markup)
{
    public void Write(IReadOnlyList<ItemStretch> stretches)
    {
        var packets = stretches.Sum(s => s.Packets);
        if (packets == 0)
        {
            markup.Leaf("p", "No packet of ST 0601 was read, and the minimum set is of that standard.", ("class", "empty"));
            return;
        }
        var rows = MinimumSet.Items.Select((item, i) => (Item: item, Index: i, With: stretches.Sum(s => s.With[i]))).ToList();
        var missing = rows.Count(r => r.With == 0);
        markup.Leaf("p", missing == 0 ? Wording.Text($"All {rows.Count} items of the minimum set (ST 0902) come at least once.")
            : missing == 1 ? Wording.Text($"One of the {rows.Count} items of the minimum set (ST 0902) never comes; it is marked by a cross and a dashed box.")
            : Wording.Text($"{missing} of the {rows.Count} items of the minimum set (ST 0902) never come; they are marked by a cross and a dashed box."), ("class", "says"));
        using (markup.Element("table", ("class", "items")))
        {
            markup.Leaf("caption", Wording.Text($"From the first to the last of {packets:#,0} packets of ST 0601, left to right: full where every packet states the item, lower where only some do."));
            using (markup.Element("thead"))
            using (markup.Element("tr"))
                foreach (var column in (string[])["Tag", "Item", "Over the stream", "Packets"])
                    markup.Leaf("th", column, ("scope", "col"));
            using (markup.Element("tbody"))
                foreach (var (item, i, with) in rows)
                    Row(item, with, packets, [.. stretches.Select(s => (s.Packets, s.With[i]))]);
        }
        markup.Line();
        markup.Leaf("p", "An item need not be in every packet: ST 0902 wants it once in 30 seconds. Items that stand for another (of full range, or extended) count as that one; all PIDs are taken together.", ("class", "note"));
    }

    private void Row(MinimumItem item, long with, long packets, IReadOnlyList<(long Packets, long With)> stretches)
    {
        var word = with == 0 ? "never" : with == packets ? "every" : Wording.Text($"{with:#,0} of {packets:#,0}");
        using (markup.Element("tr", ("class", with == 0 ? "missing" : "")))
        {
            markup.Leaf("td", item.NestedTag is { } nested ? Wording.Text($"{item.Tags[0]}.{nested}") : Wording.Text($"{item.Tags[0]}"), ("class", "mono"));
            markup.Leaf("th", item.Name, ("scope", "row"));
            using (markup.Element("td"))
            using (markup.Element("svg", ("class", "cells"), ("role", "img"), ("aria-label", with == 0 ? "in no packet" : with == packets ? "in every packet" : $"in {word} packets"), ("xmlns", "http://www.w3.org/2000/svg")))
                if (with == 0)
                    markup.Void("rect", ("class", "none"), ("x", "0.5"), ("y", "2.5"), ("width", "99.8%"), ("height", "9"));
                else
                    using (markup.Element("svg", ("viewBox", "0 0 1000 14"), ("preserveAspectRatio", "none"), ("width", "100%"), ("height", "100%")))
                        markup.Void("path", ("class", "there"), ("d", Cells(stretches, packets)));
            using (markup.Element("td", ("class", "word")))
            {
                if (with == 0)
                    using (markup.Element("svg", ("class", "grade"), ("viewBox", "0 0 12 12"), ("width", "12"), ("height", "12"), ("aria-hidden", "true")))
                        markup.Void("path", ("d", "M2 2L10 10M10 2L2 10"));
                markup.Text(word);
            }
        }
        markup.Line();
    }

    /// <summary>A step for each stretch, as high as the part of its packets that state the item.</summary>
    private static string Cells(IReadOnlyList<(long Packets, long With)> stretches, long packets)
    {
        var path = new StringBuilder("M0 14");
        var seen = 0L;
        foreach (var (count, with) in stretches)
        {
            // What comes in one packet of many must still be seen.
            var height = with == 0 ? 0 : Math.Max(2, 12.0 * with / count);
            seen += count;
            path.Append(CultureInfo.InvariantCulture, $"V{14 - height:0.#}H{1000.0 * seen / packets:0.#}");
        }
        return path.Append("V14Z").ToString();
    }
}
