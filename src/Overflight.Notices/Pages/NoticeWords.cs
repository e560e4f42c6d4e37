using System.Globalization;
using Overflight.Notices.Telling;

namespace Overflight.Notices.Pages;

/// <summary>What a notice's page says around the notice, in one language.</summary>
internal sealed class NoticeWords
{
    private NoticeWords() { }

    /// <summary>The languages, by their codes (BCP 47).</summary>
    public static IReadOnlyDictionary<string, NoticeWords> All { get; } = new[] { MakeEnglish(), MakeSpanish() }.ToDictionary(words => words.Language, StringComparer.Ordinal);

    /// <summary>The language's code.</summary>
    public required string Language { get; init; }

    public required string Notice { get; init; }

    public required string To { get; init; }

    public required string Duty { get; init; }

    public required string DueAt { get; init; }

    public required string SentAt { get; init; }

    public required string RecipientSet { get; init; }

    public required string ContentClass { get; init; }

    public required string Class { get; init; }

    public required string Limited { get; init; }

    public required string WhatIsTold { get; init; }

    public required string NothingToRead { get; init; }

    public required string Sealed { get; init; }

    public required string SealedWord { get; init; }

    public required string NoneSealed { get; init; }

    public required string OneSealed { get; init; }

    public required string ManySealed { get; init; }

    public required string Proof { get; init; }

    public required string ProofSentence { get; init; }

    public required string Origin { get; init; }

    public required string Entry { get; init; }

    public required string LeafHash { get; init; }

    public required string TreeSize { get; init; }

    public required string Root { get; init; }

    public required string Checkpoint { get; init; }

    public required string Keys { get; init; }

    public required string Verify { get; init; }

    public required IReadOnlyList<string> Steps { get; init; }

    public required IReadOnlyList<(string Name, string What)> Files { get; init; }

    public required string Footer { get; init; }

    public string SealedSentence(int count) => count switch
    {
        0 => NoneSealed,
        1 => OneSealed,
        _ => string.Format(CultureInfo.InvariantCulture, ManySealed, count),
    };

    private static NoticeWords MakeEnglish() => new()
    {
        Language = "en",
        Notice = "notice",
        To = "To",
        Duty = "Duty",
        DueAt = "Due by",
        SentAt = "Sent at",
        RecipientSet = "Recipient set",
        ContentClass = "Class of content",
        Class = "class",
        Limited = "This is a limited notice: not all offices of the recipient set were told.",
        WhatIsTold = "What you are told",
        NothingToRead = "No part of this notice is open to this office. What is sealed is listed below.",
        Sealed = "Sealed",
        SealedWord = "sealed",
        NoneSealed = "Nothing of this notice is sealed for this office.",
        OneSealed = "One part is sealed for this office. It stands in the same entry of the record as a digest: it is there, and can no longer be changed or taken out. When it is opened one day, it must match this digest.",
        ManySealed = "{0} parts are sealed for this office. They stand in the same entry of the record as digests: they are there, and can no longer be changed or taken out. When one is opened one day, it must match its digest.",
        Proof = "What proves this",
        ProofSentence = "The notice is one entry of a record in which nothing can be changed unseen. The files that came with this page hold the entry and its proof.",
        Origin = "Record",
        Entry = "Entry",
        LeafHash = "Leaf hash",
        TreeSize = "Entries under the checkpoint",
        Root = "Root",
        Checkpoint = "Checkpoint",
        Keys = "Public key, as the record states it",
        Verify = "How to verify",
        Steps =
        [
            "1. Get the record's public key (VKEY) from somewhere you trust, not from this page, and compare it with the one above.",
            "2. Verify the entry and what is open to you, offline:",
        ],
        Files =
        [
            (RecipientFiles.Proof, "the entry, and the proof that it is in the record"),
            (RecipientFiles.Disclosures, "what opens the parts that this office may read; keep it as you keep those parts"),
            (RecipientFiles.Package, "both, with a verifier that runs in any browser: open verify.html in it"),
        ],
        Footer = "Times are UTC.",
    };

    private static NoticeWords MakeSpanish() => new()
    {
        Language = "es",
        Notice = "notificación",
        To = "Para",
        Duty = "Obligación",
        DueAt = "Debida antes de",
        SentAt = "Enviada",
        RecipientSet = "Destinatarios",
        ContentClass = "Clase del contenido",
        Class = "clase",
        Limited = "Esta es una notificación limitada: no se informó a todas las oficinas de la lista de destinatarios.",
        WhatIsTold = "Lo que se le comunica",
        NothingToRead = "Ninguna parte de esta notificación está abierta a esta oficina. Abajo consta lo que está sellado.",
        Sealed = "Sellado",
        SealedWord = "sellado",
        NoneSealed = "Nada de esta notificación está sellado para esta oficina.",
        OneSealed = "Una parte está sellada para esta oficina. Consta en la misma entrada del registro como resumen criptográfico: está ahí, y ya no se puede cambiar ni quitar. Si algún día se abre, debe corresponder a este resumen.",
        ManySealed = "{0} partes están selladas para esta oficina. Constan en la misma entrada del registro como resúmenes criptográficos: están ahí, y ya no se pueden cambiar ni quitar. Si algún día se abre una, debe corresponder a su resumen.",
        Proof = "Qué lo demuestra",
        ProofSentence = "La notificación es una entrada de un registro en el que nada se puede cambiar sin que se vea. Los archivos que acompañan a esta página contienen la entrada y su prueba.",
        Origin = "Registro",
        Entry = "Entrada",
        LeafHash = "Hash de la hoja",
        TreeSize = "Entradas que abarca el punto de control",
        Root = "Raíz",
        Checkpoint = "Punto de control",
        Keys = "Clave pública, según el registro",
        Verify = "Cómo verificarlo",
        Steps =
        [
            "1. Obtenga la clave pública del registro (VKEY) de una fuente de su confianza, no de esta página, y compárela con la de arriba.",
            "2. Verifique, sin conexión, la entrada y lo que está abierto para usted:",
        ],
        Files =
        [
            (RecipientFiles.Proof, "la entrada, y la prueba de que está en el registro"),
            (RecipientFiles.Disclosures, "lo que abre las partes que esta oficina puede leer; guárdelo como guarda esas partes"),
            (RecipientFiles.Package, "ambas cosas, con un verificador que funciona en cualquier navegador: abra verify.html"),
        ],
        Footer = "Las horas son UTC.",
    };
}
