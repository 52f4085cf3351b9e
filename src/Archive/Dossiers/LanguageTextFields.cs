using Archive.Domain;

namespace Archive.Dossiers;

/// <summary>Words by language: <c>{en: "Joint statement", ru: "…"}</c>; where one language has several, a list of such.</summary>
internal static class LanguageTextFields
{
    public static ValueList<LanguageText> Read(DossierNode node, DossierErrors errors)
    {
        switch (node)
        {
            case ListNode list:
                return list.Items.SelectMany(item => Read(item, errors)).ToValueList();
            case MapNode map:
                return map.Fields.Select(field => new LanguageText(TextOf(field.Value, errors), field.Name)).ToValueList();
            default:
                errors.Add(node.At, "Words stand with their language here, such as {en: \"Joint statement\"}.");
                return [];
        }
    }

    public static DossierNode Write(IReadOnlyList<LanguageText> texts) =>
        texts.Select(text => text.Language).Distinct(StringComparer.Ordinal).Count() == texts.Count
            ? MapNode.Of(texts.Select(Field))
            : ListNode.Of(texts.Select(text => MapNode.Of(Field(text))));

    private static MapField? Field(LanguageText text) => MapField.Of(text.Language, text.Text);

    private static string TextOf(DossierNode node, DossierErrors errors)
    {
        if (node is TextNode { Value: { } text })
            return text;
        errors.Add(node.At, "A text is expected behind the language.");
        return "";
    }
}
